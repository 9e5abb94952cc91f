export default function Stub() { return <div className="wrap"><h1>why-not</h1></div> }
