export default function Stub() { return <div className="wrap"><h1>plan</h1></div> }
