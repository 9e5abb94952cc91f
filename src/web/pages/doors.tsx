export default function Stub() { return <div className="wrap"><h1>doors</h1></div> }
